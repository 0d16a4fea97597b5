import {
  DataTypes,
  type Model,
  type ModelAttributes,
  type ModelStatic,
  type Order,
  type Sequelize,
  type WhereOptions,
} from 'sequelize';
import { noteChange } from './master-data.ts';

type ColumnKind = 'key' | 'id' | 'text' | 'long' | 'integer' | 'instant' | 'date' | 'flag';

const types = {
  key: DataTypes.UUID,
  id: DataTypes.UUID,
  text: DataTypes.STRING,
  long: DataTypes.TEXT,
  integer: DataTypes.INTEGER,
  instant: DataTypes.BIGINT,
  date: DataTypes.DATEONLY,
  flag: DataTypes.BOOLEAN,
} as const;

interface FindOptions {
  readonly order?: Order;
  readonly limit?: number;
}

/**
 * One table through a Sequelize model, answering plain rows. Attributes are camelCase, columns snake_case.
 * For everything that is not hot; the engine's steps and the inbox go through `sql.ts`.
 */
export class Table<Row extends object> {
  readonly #model: ModelStatic<Model>;
  readonly #name: string;

  constructor(sequelize: Sequelize, name: string, columns: Readonly<Record<keyof Row & string, ColumnKind>>) {
    this.#name = name;
    const attributes = Object.fromEntries(
      Object.entries(columns as Record<string, ColumnKind>).map(([column, kind]) => [
        column,
        { type: types[kind], primaryKey: kind === 'key' },
      ]),
    ) as ModelAttributes;
    this.#model = sequelize.define(name, attributes, {
      tableName: name,
      timestamps: false,
      underscored: true,
    });
    if (!Object.values(columns).includes('key')) this.#model.removeAttribute('id');
  }

  async find(where: WhereOptions<Row>, options: FindOptions = {}): Promise<Row[]> {
    return (await this.#model.findAll({
      where: where as WhereOptions,
      ...options,
      raw: true,
    })) as unknown as Row[];
  }

  async findOne(where: WhereOptions<Row>, options: FindOptions = {}): Promise<Row | null> {
    return (await this.find(where, { ...options, limit: 1 }))[0] ?? null;
  }

  async count(where: WhereOptions<Row>): Promise<number> {
    return this.#model.count({ where: where as WhereOptions });
  }

  async insert(...rows: readonly Row[]): Promise<void> {
    if (rows.length === 0) return;
    noteChange(this.#name);
    await this.#model.bulkCreate(rows as never);
  }

  /** Answers how many rows matched; on MySQL, how many were changed. */
  async update(where: WhereOptions<Row>, values: Partial<Row>): Promise<number> {
    noteChange(this.#name, Object.keys(values));
    const [changed] = await this.#model.update(values, { where: where as WhereOptions });
    return changed;
  }

  async delete(where: WhereOptions<Row>): Promise<number> {
    noteChange(this.#name);
    return this.#model.destroy({ where: where as WhereOptions });
  }
}
