// Read by the build (templates) and by the phone (property aliases): both must know the same names.
const labelled = { 'aria-label': '', 'aria-role': '' }

module.exports = { View: labelled, Text: labelled, Image: labelled, Canvas: labelled }
