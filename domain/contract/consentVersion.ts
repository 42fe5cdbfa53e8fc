/** The privacy text as it stands now; raised when it changes so that consent is asked for anew. Apart from the schemas: the phone needs it at start. */
export const consentVersion = 3
