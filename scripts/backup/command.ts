import { RequestError, sentenceOf } from '../deploy/Management'
import { Stop } from '../deploy/Stop'

/** Runs what a command line asks for; what is expected to go wrong ends in a sentence. */
export function command(during: string, work: () => Promise<void>): void {
  work().then(
    // The tools keep sockets open.
    () => process.exit(0),
    (error: unknown) => {
      const isExpected = error instanceof Stop || error instanceof RequestError
      console.error(isExpected ? sentenceOf(error, during) : error)
      process.exit(1)
    },
  )
}
