/** A picture to be drawn on a canvas; null when it is none. */
export const loadPicture = (_canvas: unknown, address: string): Promise<CanvasImageSource | null> =>
  new Promise((resolve) => {
    const picture = new Image()
    picture.onload = () => resolve(picture)
    picture.onerror = () => resolve(null)
    picture.src = address
  })
