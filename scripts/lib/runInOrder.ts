import { createWriteStream } from 'node:fs'
import path from 'node:path'
import { run } from 'node:test'
import { spec as Spec, tap } from 'node:test/reporters'

/**
 * How many files at a time, where the report goes, and the files: each runs in a process of its own, in the order given. `node --test` begins with
 * them by the alphabet, and a long one at the end keeps everybody waiting. What was found goes to the terminal, as TAP to the report.
 */
const [, , concurrency, report = '', ...files] = process.argv

const found = run({ files: files.map((file) => path.resolve(file)), concurrency: Number(concurrency) })
found.on('test:fail', () => {
  process.exitCode = 1
})
found.pipe(new Spec()).pipe(process.stdout)
found.compose(tap).pipe(createWriteStream(report))
