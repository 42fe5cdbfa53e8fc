/** PHONE_KEY of the local cloud. A real county's is random, and nowhere but in the functions' variables. */
export const demoPhoneKey = 'key-of-the-demo-county'
