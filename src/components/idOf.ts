/** An id where there is one: h5's elements would write `id="undefined"`. */
export const idOf = (id: string | undefined): { id?: string } => (id ? { id } : {})
