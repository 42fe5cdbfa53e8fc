const loadedAt = Date.now()

exports.main = async () => ({
  now: Date.now(),
  made: new Date().getTime(),
  text: Date(),
  fixed: new Date(2026, 0, 1).toISOString(),
  isDate: new Date() instanceof Date && structuredClone(new Date()) instanceof Date,
  loadedAt,
})
