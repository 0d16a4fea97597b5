import excel from 'exceljs';

export type Cells = readonly (
  | string
  | number
  | Date
  | boolean
  | null
  | { formula: string; result: string }
)[];

/** An XLSX file with the given sheets; the first row of each is its heading. */
export async function workbook(sheets: Readonly<Record<string, readonly Cells[]>>): Promise<Buffer> {
  const book = new excel.Workbook();
  for (const [name, rows] of Object.entries(sheets)) {
    const sheet = book.addWorksheet(name);
    for (const row of rows) sheet.addRow([...row]);
  }
  return Buffer.from(await book.xlsx.writeBuffer());
}
