/** What a comment can be answered with by one press, in the order in which it is offered. */
export const reactions = ['👍', '👎', '🎉', '❤️', '🚀', '👀'] as const;
