/** Waits until something is so; a machine under load may take its time. */
export async function eventually(isTrue: () => boolean | Promise<boolean>, seconds = 20): Promise<void> {
  const end = performance.now() + seconds * 1000
  while (!(await isTrue())) {
    if (performance.now() > end) throw new Error(`it did not happen within ${seconds} seconds`)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
