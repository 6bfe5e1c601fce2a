/**
 * A system call filter for sandboxed commands, assembled here because bubblewrap takes a ready BPF program.
 * It closes doors that namespaces leave open: other people's sockets, debugging, mounts, new namespaces, kernel surface.
 */

const EPERM = 1;
const ENOSYS = 38;
const EAFNOSUPPORT = 97;

const ALLOW = 0x7fff0000;
const KILL = 0x80000000;
const fail = (errno: number) => 0x00050000 | errno;

/** The kernel's `seccomp_data`: number, architecture, instruction pointer, six 64 bit arguments. */
const NUMBER = 0;
const ARCHITECTURE = 4;
const argument = (index: number) => 16 + 8 * index;

/** New mount, cgroup, UTS, IPC, user, pid and network namespaces (linux/sched.h). */
const NEW_NAMESPACES = 0x7e020000;
/** Pushing characters into a terminal's input (asm-generic/ioctls.h). */
const TIOCSTI = 0x5412;
const TIOCLINUX = 0x541c;
/** IPv4, IPv6 and netlink, which name look-ups use. Unix sockets reach the host's services, vsock its hypervisor. */
const SOCKET_FAMILIES = [2, 10, 16] as const;

interface Architecture {
  audit: number;
  socket: number;
  clone: number;
  clone3: number;
  ioctl: number;
  denied: readonly number[];
  /** Numbers from here on are the x32 interface, a way around the list. */
  x32From?: number;
}

// Numbers from the kernel's syscall tables, in the order: ptrace, process_vm_readv, process_vm_writev, mount, umount2,
// pivot_root, chroot, unshare, setns, bpf, keyctl, add_key, request_key, io_uring_{setup,enter,register},
// perf_event_open, userfaultfd, kexec_load, init_module, finit_module, delete_module, open_by_handle_at, open_tree,
// move_mount, fsopen, fsconfig, fsmount, fspick, mount_setattr, swapon, swapoff, reboot, acct, quotactl, syslog,
// pidfd_getfd, fanotify_init, kcmp, name_to_handle_at, settimeofday, clock_settime.
const ARCHITECTURES: Readonly<Record<string, Architecture>> = {
  x64: {
    audit: 0xc000003e,
    socket: 41,
    clone: 56,
    clone3: 435,
    ioctl: 16,
    x32From: 0x40000000,
    denied: [
      101, 310, 311, 165, 166, 155, 161, 272, 308, 321, 250, 248, 249, 425, 426, 427, 298, 323, 246, 175, 313,
      176, 304, 428, 429, 430, 431, 432, 433, 442, 167, 168, 169, 163, 179, 103, 438, 300, 312, 303, 164, 227,
    ],
  },
  arm64: {
    audit: 0xc00000b7,
    socket: 198,
    clone: 220,
    clone3: 435,
    ioctl: 29,
    denied: [
      117, 270, 271, 40, 39, 41, 51, 97, 268, 280, 219, 217, 218, 425, 426, 427, 241, 282, 104, 105, 273, 106,
      265, 428, 429, 430, 431, 432, 433, 442, 224, 225, 142, 89, 60, 116, 438, 262, 272, 264, 170, 112,
    ],
  },
};

type Instruction = readonly [code: number, ifTrue: number, ifFalse: number, value: number];

const load = (offset: number): Instruction => [0x20, 0, 0, offset];
const ifEqual = (value: number, ifTrue: number, ifFalse: number): Instruction => [
  0x15,
  ifTrue,
  ifFalse,
  value,
];
const ifAtLeast = (value: number, ifTrue: number, ifFalse: number): Instruction => [
  0x35,
  ifTrue,
  ifFalse,
  value,
];
const ifAnyBit = (mask: number, ifTrue: number, ifFalse: number): Instruction => [
  0x45,
  ifTrue,
  ifFalse,
  mask,
];
const answer = (action: number): Instruction => [0x06, 0, 0, action];

/** The filter for a processor (Node's `process.arch`), or undefined for one that we have no numbers for. */
export function assembleFilter(arch: string): Buffer | undefined {
  const target = ARCHITECTURES[arch];
  return target && encode(program(target));
}

function program(target: Architecture): Instruction[] {
  return [
    load(ARCHITECTURE),
    ifEqual(target.audit, 1, 0),
    answer(KILL),
    load(NUMBER),
    ...(target.x32From === undefined ? [] : [ifAtLeast(target.x32From, 0, 1), answer(fail(ENOSYS))]),
    ...target.denied.flatMap((number) => [ifEqual(number, 0, 1), answer(fail(EPERM))]),
    // clone3 passes its flags in memory, where a filter cannot look; without it programs fall back to clone.
    ifEqual(target.clone3, 0, 1),
    answer(fail(ENOSYS)),
    ...onlyFor(target.clone, [load(argument(0)), ifAnyBit(NEW_NAMESPACES, 0, 1), answer(fail(EPERM))]),
    ...onlyFor(target.ioctl, [
      load(argument(1)),
      ifEqual(TIOCSTI, 1, 0),
      ifEqual(TIOCLINUX, 0, 1),
      answer(fail(EPERM)),
    ]),
    ...onlyFor(target.socket, [
      load(argument(0)),
      ...SOCKET_FAMILIES.map((family, index) => ifEqual(family, SOCKET_FAMILIES.length - index, 0)),
      answer(fail(EAFNOSUPPORT)),
    ]),
    answer(ALLOW),
  ];
}

/** Runs `checks` for one system call only; falling out of them means allowed. */
function onlyFor(number: number, checks: readonly Instruction[]): Instruction[] {
  return [ifEqual(number, 0, checks.length + 1), ...checks, answer(ALLOW)];
}

function encode(instructions: readonly Instruction[]): Buffer {
  const bytes = Buffer.alloc(instructions.length * 8);
  for (const [index, [code, ifTrue, ifFalse, value]] of instructions.entries()) {
    bytes.writeUInt16LE(code, index * 8);
    bytes.writeUInt8(ifTrue, index * 8 + 2);
    bytes.writeUInt8(ifFalse, index * 8 + 3);
    bytes.writeUInt32LE(value >>> 0, index * 8 + 4);
  }
  return bytes;
}
