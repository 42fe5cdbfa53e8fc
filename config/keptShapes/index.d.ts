import type { KeptShapes } from '../../src/platform/shape'

declare const keptShapes: KeptShapes
export default keptShapes
