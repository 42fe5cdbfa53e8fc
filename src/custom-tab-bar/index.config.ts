// The bar's icons and variables are styles of the app.
export default { component: true, styleIsolation: 'apply-shared' }
