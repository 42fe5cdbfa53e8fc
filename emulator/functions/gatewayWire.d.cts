/**
 * Hands what the SDK of this process asks of the gateway to `ask`: the body of a request, for that of its answer. Returns what leaves it to
 * HTTP again.
 */
export function carry(gateway: string, ask: (body: string) => Promise<string>): () => void
