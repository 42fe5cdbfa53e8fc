import { answering } from '../lib/entry/answering'
import { paperUseCases } from '../lib/papers/paperUseCases'

/** The function that makes papers, with a time and a weight of its own: `callFunction({ name: 'papers', data })`. */
export const main = answering(paperUseCases)
