import type {Server} from 'node:http';
import type {AddressInfo} from 'node:net';

/** The only address that the demo uses: nothing on the network can reach it. */
export const LOOPBACK = '127.0.0.1';

/** Makes a handler for a failed start that says which port is taken and how to choose another. It always throws. */
export function explainPort(port: number, variable: string): (failure: NodeJS.ErrnoException) => never {
  return (failure) => {
    if (failure.code !== 'EADDRINUSE') throw failure;
    throw new Error(
      `Port ${port} on ${LOOPBACK} is taken. Stop the program that uses it, ` +
        `or choose another one with ${variable} (0 takes a free port): ${variable}=0 npm start`,
    );
  };
}

/** Opens a port on loopback and gives its number; 0 asks for a free one. Rejects with what to do when it is taken. */
export function listen(server: Server, port: number, variable: string): Promise<number> {
  return new Promise<number>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, LOOPBACK, () => resolve((server.address() as AddressInfo).port));
  }).catch(explainPort(port, variable));
}

/** Closes a server and the connections that browsers keep open. */
export function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
