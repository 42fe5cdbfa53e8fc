/** Saves a drawn canvas as a picture. */
export function sharePicture(canvas: unknown, name: string): Promise<void> {
  const link = document.createElement('a')
  link.href = (canvas as HTMLCanvasElement).toDataURL('image/jpeg', 0.92)
  link.download = name
  link.click()
  return Promise.resolve()
}
