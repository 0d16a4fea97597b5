import { sheets } from './sheets/index.ts';

/**
 * An XLSX workbook with the five sheets, their headings (required ones in bold) and one example row each, to be
 * overwritten. Every cell is text, so that a spreadsheet keeps leading zeros and long numbers.
 */
export async function rosterTemplate(): Promise<Buffer> {
  // Loaded when it is needed: it would make up a third of every start of the server.
  const { default: excel } = await import('exceljs');
  const workbook = new excel.Workbook();
  for (const { name, columns } of sheets) {
    const worksheet = workbook.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] });
    const all = Object.values(columns);
    worksheet.columns = all.map((column) => ({ width: column.example.length + 8, style: { numFmt: '@' } }));
    const heading = worksheet.addRow(all.map((column) => column.heading));
    all.forEach((column, index) => {
      heading.getCell(index + 1).font = { bold: column.required };
    });
    worksheet.addRow(all.map((column) => column.example));
  }
  return Buffer.from(await workbook.xlsx.writeBuffer());
}
