exports.main = async ({ how }) => {
  if (how === 'exit') process.exit(3)
  if (how === 'late') setTimeout(() => process.exit(4), 50)
  if (how === 'late') await new Promise(() => {})
  throw new Error('kaboom')
}
