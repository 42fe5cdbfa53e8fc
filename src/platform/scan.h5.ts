import jsqr from 'jsqr'
import './scan.h5.css'

export interface Scanned {
  text: string
  fromAlbum: boolean
}

function textOf(picture: CanvasImageSource, width: number, height: number): string | null {
  if (!width || !height) return null
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const pen = canvas.getContext('2d', { willReadFrequently: true })
  if (!pen) return null
  pen.drawImage(picture, 0, 0, width, height)
  return jsqr(pen.getImageData(0, 0, width, height).data, width, height)?.data ?? null
}

/** A picture larger than this is made smaller: reading it would freeze the page. */
const mostPixels = 1200

async function textInFile(file: File): Promise<string | null> {
  const picture = await createImageBitmap(file)
  const scale = Math.min(1, mostPixels / Math.max(picture.width, picture.height))
  return textOf(picture, Math.round(picture.width * scale), Math.round(picture.height * scale))
}

function buildScanner() {
  const root = document.createElement('div')
  root.className = 'scanner'
  root.innerHTML =
    '<video class="scanner-video" playsinline muted></video><div class="scanner-frame"></div>' +
    '<div class="scanner-says" id="scanner-says">对准现场正在显示的码</div>' +
    '<div class="scanner-row"><button class="scanner-button" id="scanner-close">返回</button>' +
    '<label class="scanner-button">从相册选<input class="scanner-file" id="scanner-file" type="file" accept="image/*"></label></div>'
  document.body.appendChild(root)
  const find = (selector: string) => root.querySelector(selector)
  return {
    root,
    video: find('video') as HTMLVideoElement,
    says: find('#scanner-says') as HTMLDivElement,
    close: find('#scanner-close') as HTMLButtonElement,
    file: find('#scanner-file') as HTMLInputElement,
  }
}

/** The camera in a browser, or a picture chosen; null when the person turned back. */
export function scan(): Promise<Scanned | null> {
  const { root, video, says, close, file } = buildScanner()
  let stream: MediaStream | undefined
  let timer: ReturnType<typeof setInterval> | undefined
  return new Promise((resolve) => {
    const finish = (found: Scanned | null) => {
      clearInterval(timer)
      stream?.getTracks().forEach((track) => track.stop())
      root.remove()
      resolve(found)
    }
    close.onclick = () => finish(null)
    file.onchange = () => {
      const chosen = file.files?.[0]
      if (!chosen) return
      void textInFile(chosen)
        .catch(() => null)
        .then((text) => {
          if (text) finish({ text, fromAlbum: true })
          else says.textContent = '这张图片里没有找到码'
        })
    }
    const watch = async () => {
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } })
      if (!root.isConnected) {
        stream.getTracks().forEach((track) => track.stop())
        return
      }
      video.srcObject = stream
      await video.play()
      timer = setInterval(() => {
        const text = textOf(video, video.videoWidth, video.videoHeight)
        if (text) finish({ text, fromAlbum: false })
      }, 250)
    }
    // Without a camera (or leave to use it) a picture can still be chosen.
    watch().catch(() => (says.textContent = '打不开摄像头，可以从相册选'))
  })
}
