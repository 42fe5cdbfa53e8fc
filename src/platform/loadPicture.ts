/** A canvas of WeChat's, which makes its pictures itself. */
interface MakesPictures {
  createImage(): HTMLImageElement
}

/** A picture to be drawn on a canvas; null when it is none. */
export const loadPicture = (canvas: unknown, address: string): Promise<CanvasImageSource | null> =>
  new Promise((resolve) => {
    const picture = (canvas as MakesPictures).createImage()
    picture.onload = () => resolve(picture)
    picture.onerror = () => resolve(null)
    picture.src = address
  })
