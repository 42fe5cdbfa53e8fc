import { useState } from 'react'
import type { PaperFile } from '../components/FileSheet'

/** One paper at a time: which is being made, and the file once it is. A refusal is said by whoever asks. */
export function usePaper<Paper>() {
  const [file, setFile] = useState<PaperFile>()
  const [making, setMaking] = useState<Paper>()
  return {
    file,
    making,
    take: async (paper: Paper, made: Promise<PaperFile | undefined>) => {
      setMaking(paper)
      setFile(await made)
      setMaking(undefined)
    },
    close: () => setFile(undefined),
  }
}
