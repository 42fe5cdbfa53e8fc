import type { KeptShapes } from '../../src/cloud/shape'

declare const keptShapes: KeptShapes
export default keptShapes
