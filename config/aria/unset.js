// What no page sets, so that WeChat's own value stands. tests/house/phone.test.ts holds the code to this list.
const names = [
  // of a view
  'hover-(stop-propagation|start-time|stay-time)|animation',
  // of a text
  'selectable|space|decode|user-select|overflow|max-lines',
  // of what scrolls
  '(upper|lower)-threshold|scroll-into-view\\S*|scroll-with-animation|scroll-anchoring|enable-(flex|passive|back-to-top)|paging-enabled',
  'using-sticky|bounces|fast-deceleration|associative-container|reverse|clip|cache-extent|min-drag-distance',
  'refresher-(threshold|default-style|background|two-level\\S*|ballistic\\S*)|padding',
  // of a picture and of what is drawn
  'lazy-load|webp|fade-in|show-menu-by-longpress|disable-scroll',
  // of what is written or chosen in
  'password|safe-password\\S+|auto-(fill|focus)|fixed|placeholder-style|cursor(-spacing|-color)?|selection-(start|end)',
  'confirm-(type|hold)|show-confirm-bar|adjust-(position|keyboard-to)|hold-keyboard|always-embed|disable-default-padding',
  'custom-item|header-text|level',
  // of a button
  'plain|loading|form-type|lang|session-from|send-message\\S+|show-message-card|app-parameter|business-id',
]
module.exports = new RegExp(`^(${names.join('|')})$`)
