import { chartPointer } from "../charts/pointer.ts";

chartPointer(document);
