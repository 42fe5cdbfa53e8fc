// Given: the tools' package.json, the project, a key, where to, what WeChat would say of the mini-program. Compiles a laid-out mini-program by WeChat's own tool, without WeChat, and prints
// what its look at the code found. A process of its own: the tool leaves watchers behind, and starts processes that are to be plain Node.
const { createRequire } = require('node:module')

const [tools, projectPath, privateKeyPath, out, attributes] = process.argv.slice(2)
const ci = createRequire(tools)('miniprogram-ci')
const { appid } = require(`${projectPath}/project.config.json`)

async function main() {
  const project = new ci.Project({ appid, type: 'miniProgram', projectPath, privateKeyPath })
  // It would ask WeChat how large a package may be.
  project.attr = async () => JSON.parse(attributes)
  const options = { project, version: '1.0.0', setting: { useProjectConfig: true } }
  await ci.getCompiledResult({ ...options, onProgressUpdate: () => undefined }, out)
  const findings = await ci.checkCodeQuality(project)
  process.stdout.write(`\n${JSON.stringify(findings)}\n`, () => process.exit(0))
}

main().catch((error) => {
  console.error(error)
  process.exit(1)
})
