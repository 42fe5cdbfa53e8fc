import { answering } from '../lib/entry/answering'
import { useCases } from '../lib/useCases'

/** The function phones call: `callFunction({ name: 'api', data: { action, contractVersion, data } })`. */
export const main = answering(useCases)
