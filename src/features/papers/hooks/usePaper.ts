import { useState } from 'react'
import type { PaperFile } from '../components/FileSheet'

/** One paper at a time: which is being made, and the file once it is. A refusal is said by whoever asks. */
export function usePaper<Paper>() {
  const [file, setFile] = useState<PaperFile>()
  const [making, setMaking] = useState<Paper>()
  return {
    file,
    making,
    take: (paper: Paper, made: Promise<PaperFile | undefined>) => {
      setMaking(paper)
      return made.then((one) => {
        setFile(one)
        setMaking(undefined)
      })
    },
    close: () => setFile(undefined),
  }
}
