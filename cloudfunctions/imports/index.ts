import { answering } from '../lib/entry/answering'
import { importUseCases } from '../lib/importUseCases'

/** The function phones send registers to, with a time and a weight of its own: `callFunction({ name: 'imports', data })`. */
export const main = answering(importUseCases)
