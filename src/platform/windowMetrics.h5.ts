import './windowMetrics.h5.css'

/** A browser draws its own bars; a notch is left free by the stylesheet. */
export const statusBarHeight = 0
