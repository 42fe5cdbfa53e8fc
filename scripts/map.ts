import { writeFileSync } from 'node:fs'
import { drawMap } from './map/drawMap'

// `npm run map`: tests/house/map.test.ts fails while the picture is not that of the code.
writeFileSync('docs/map.svg', drawMap())
