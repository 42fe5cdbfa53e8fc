'use strict'

module.exports = {
  'context: its fields': ({ cloud }) => Object.keys(cloud.getWXContext()).sort(),
  'context: where the call came from': ({ cloud }) => cloud.getWXContext().SOURCE,
  'runtime: its zone and its variables of the platform': () => ({
    offset: new Date(0).getTimezoneOffset(),
    names: ['TZ', 'TCB_ENV', 'SCF_NAMESPACE', 'TENCENTCLOUD_RUNENV'].filter((name) => process.env[name]),
  }),
}
