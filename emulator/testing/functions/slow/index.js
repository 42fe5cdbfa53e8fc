exports.main = ({ ms }) => new Promise((resolve) => setTimeout(() => resolve({ pid: process.pid }), ms))
