interface Shape {
  entries?: Record<string, Shape>
  wrapped?: Shape
  item?: Shape
  options?: readonly (Shape | string)[]
}

const isShape = (option: Shape | string): option is Shape => typeof option === 'object'

function collect(shape: Shape, path: string): string[] {
  const inner = shape.wrapped ?? shape.item
  if (inner) return collect(inner, path)
  if (shape.entries)
    return Object.entries(shape.entries).flatMap(([field, part]) =>
      collect(part, path === '' ? field : `${path}.${field}`),
    )
  const options = (shape.options ?? []).filter(isShape)
  if (options.length > 0) return options.flatMap((option) => collect(option, path))
  return /Ids?$|^id$/.test(path) ? [path] : []
}

/** The fields of a request that name something: `form.hostId`. A new one is found without anybody thinking of it. */
export const idFields = (schema: unknown): string[] => [...new Set(collect(schema as Shape, ''))]
