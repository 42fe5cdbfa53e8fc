// What no page sets, so that WeChat's own value stands. tests/house/phone.test.ts holds the code to this list.
const names = [
  // of a view
  'hover-(stop-propagation|start-time|stay-time)|animation',
  // of a text
  'selectable|space|decode|user-select|overflow|max-lines',
  // of what scrolls
  '(upper|lower)-threshold|scroll-into-view\\S*|scroll-with-animation|scroll-anchoring|enable-(flex|passive|back-to-top)|paging-enabled',
  'using-sticky|bounces|fast-deceleration|associative-container|reverse|clip|cache-extent|min-drag-distance',
  'refresher-(threshold|default-style|background|two-level\\S*|ballistic\\S*)',
]
module.exports = new RegExp(`^(${names.join('|')})$`)
