// What the linter does not forbid by itself. A rule here is a list of selectors over the syntax tree with one sentence of why.

// The keys of rows are made and compared; what they are made of stands in fields of the row (`periodKey`, `memberId` …). A fileId is a path.
const named = '/^(_id|id|(?!file)\\w+Id)$/'
const taken =
  '/^(at|split|slice|substring|substr|startsWith|endsWith|includes|match|matchAll|charAt|indexOf|lastIndexOf|replace|replaceAll|search)$/'

const forbidden = (message, ...selectors) => ({
  meta: { type: 'problem', messages: { why: message }, schema: [] },
  create(context) {
    return { [selectors.join(', ')]: (node) => context.report({ node, messageId: 'why' }) }
  },
})

export default {
  meta: { name: 'house' },
  rules: {
    'wall-clock': forbidden(
      'Take `now` as an argument: the emulator and the tests move the clock.',
      "CallExpression[callee.object.name='Date'][callee.property.name='now']",
      "NewExpression[callee.name='Date'][arguments.length=0]",
      "CallExpression[callee.name='Date']",
    ),
    // lib ES2020 keeps most of these out, but the Node types bring some back in.
    'old-phones': forbidden(
      'Missing on the oldest phones served (iOS 14.5, Chrome 84); Intl is also slow and differs between runtimes.',
      'CallExpression[callee.property.name=/^(at|replaceAll|hasOwn|findLast|findLastIndex|toSorted|toReversed)$/]',
      "Identifier[name='structuredClone']",
      "MemberExpression[object.name='Intl']",
    ),
    ids: forbidden(
      'An id is nothing to be read: store what it is made of as a field, and declare that with its collection.',
      `CallExpression[callee.property.name=${taken}]:matches([callee.object.name=${named}], [callee.object.property.name=${named}])`,
      `CallExpression[callee.property.name=/^(test|exec)$/] > :matches(Identifier[name=${named}], MemberExpression[property.name=${named}]).arguments`,
    ),
  },
}
