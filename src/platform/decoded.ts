/** A piece of an address in plain text; what was never an encoding (`100%`) is taken as it stands. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
