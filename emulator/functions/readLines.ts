/** Written by runner.cjs where the output of an invocation ends. */
const END = '\u0000end'
/** Characters; what is longer is cut into several lines. */
const LINE_LIMIT = 10_000

/** Hands on each line of a stream, and `isEnd` where an invocation's output ends. */
export function readLines(
  stream: NodeJS.ReadableStream,
  onLine: (line: string | undefined, isEnd: boolean) => void,
): void {
  let rest = ''
  const take = (line: string) => {
    const isEnd = line.endsWith(END)
    const text = isEnd ? line.slice(0, -END.length) : line
    onLine(isEnd && text === '' ? undefined : text, isEnd)
  }
  // Decoded by the stream: a character may arrive in two pieces.
  stream.setEncoding('utf8')
  stream.on('data', (chunk: string) => {
    const lines = (rest + chunk).split('\n')
    rest = lines.pop() ?? ''
    lines.forEach(take)
    for (; rest.length > LINE_LIMIT; rest = rest.slice(LINE_LIMIT)) take(rest.slice(0, LINE_LIMIT))
  })
  stream.on('end', () => {
    if (rest !== '') take(rest)
  })
}
