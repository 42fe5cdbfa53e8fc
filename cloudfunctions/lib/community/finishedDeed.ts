import { noneOf } from '../store/conditions'

/** The condition of deeds that are done and can be confirmed. */
export const finishedDeed = () => ({ 'detail.state': noneOf(['claimed', 'dropped']) })
