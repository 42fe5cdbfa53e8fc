/** Works through a list a few at a time; a WeChat message takes about 100 ms, most of it waiting. */
export async function inTurns<T>(
  list: readonly T[],
  width: number,
  work: (one: T) => Promise<void>,
): Promise<void> {
  let next = 0
  const worker = async () => {
    for (let one = list[next++]; one !== undefined; one = list[next++]) await work(one)
  }
  await Promise.all(Array.from({ length: Math.min(width, list.length) }, worker))
}
