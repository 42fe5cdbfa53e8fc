import { ESLintUtils } from '@typescript-eslint/utils'

/** Where the name of a stored member is declared: reading it through a Pick or a partial row leads here all the same. */
const isStoredName = (symbol) =>
  symbol?.declarations?.some(
    ({ parent }) =>
      parent?.name?.text === 'Member' && parent.getSourceFile().fileName.endsWith('/domain/org/member.ts'),
  ) ?? false

const message =
  'A stored member’s name goes into an answer through lib/entry/Names alone, which knows who may read it and notes the look.'

/** Forbids reading `name` of a stored member, as `member.name` or taken apart. */
export const storedNames = {
  meta: { type: 'problem', messages: { direct: message }, schema: [] },
  create(context) {
    const services = ESLintUtils.getParserServices(context)
    const checker = services.program.getTypeChecker()
    const report = (node) => context.report({ node, messageId: 'direct' })
    return {
      'MemberExpression[computed=false][property.name="name"]'(node) {
        if (isStoredName(services.getSymbolAtLocation(node.property))) report(node.property)
      },
      'ObjectPattern > Property[key.name="name"]'(node) {
        const type = checker.getApparentType(services.getTypeAtLocation(node.parent))
        if (isStoredName(type.getProperty('name'))) report(node.key)
      },
    }
  },
}
