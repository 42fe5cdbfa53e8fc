import { download } from './download.h5'

/** Saves a drawn canvas as a picture. */
export function sharePicture(canvas: unknown, name: string): Promise<void> {
  download((canvas as HTMLCanvasElement).toDataURL('image/jpeg', 0.92), name)
  return Promise.resolve()
}
