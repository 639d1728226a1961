import { config } from "zod/v4/core";

/** zod makes a program of each schema it meets, which pays where a process lives long. A function's first answer costs less without; bundles begin with this. */
config({ jitless: true });
