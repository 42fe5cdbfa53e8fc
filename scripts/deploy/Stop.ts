/** Ends a command with a sentence for whoever typed it; nobody needs a stack for it. */
export class Stop extends Error {
  override name = 'Stop'
}
