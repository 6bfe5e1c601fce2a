/** A phase meets each shape a few times and ends: what zod would compile for speed costs it more than it saves. First import, because schemas read this when they are made. */
import { config } from "zod";

config({ jitless: true });
