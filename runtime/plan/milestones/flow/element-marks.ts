/** Elements of a process that bear a mark: a byte each, because a process has such marks for every milestone. */
export class ElementMarks {
  readonly #places: ReadonlyMap<string, number>;
  readonly #marked: Uint8Array;

  /** `places` numbers the elements from 0; an id that it does not know is never marked. */
  constructor(places: ReadonlyMap<string, number>) {
    this.#places = places;
    this.#marked = new Uint8Array(places.size);
  }

  has(id: string): boolean {
    const place = this.#places.get(id);
    return place !== undefined && this.#marked[place] === 1;
  }

  add(id: string): void {
    const place = this.#places.get(id);
    if (place !== undefined) this.#marked[place] = 1;
  }
}
