/** `keys` in their order, all ascending. */
export interface Index {
  name: string
  keys: readonly string[]
  unique?: true
}

/** A collection: the shape of its rows, and the indexes that answer the questions asked of it. */
export interface Collection<Row> {
  readonly indexes: readonly Index[]
  /** What a row takes in an answer when every field of it is as long as the contract lets it be, or as a register of decades makes it. */
  readonly bytes: number
  /** For the types alone. */
  readonly row?: Row
}

export const collection = <Row extends object>(declared: Collection<Row>): Collection<Row> => declared
