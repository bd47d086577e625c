#!/usr/bin/env bash
# runc for a machine that lacks some capability: `docker run --privileged` asks for each that the kernel knows, and runc
# then fails. This asks for those alone that this process may have, and for no negative oom_score_adj, which needs one.
bundle= process= args=("$@")
for ((i = 0; i < ${#args[@]}; i++)); do
  case ${args[i]} in
    --bundle | -b) bundle=${args[i + 1]} ;;
    --bundle=*) bundle=${args[i]#--bundle=} ;;
    --process | -p) process=${args[i + 1]} ;;
  esac
done
# create and run read config.json, whose process is a part; exec reads a process alone.
[ -n "$bundle" ] && [ ! -f "$process" ] && process=$bundle/config.json
if [ -n "$process" ] && [ -f "$process" ]; then
  bound=$((16#$(awk '/CapBnd/ {print $2}' /proc/self/status)))
  missing=() n=0
  for name in CHOWN DAC_OVERRIDE DAC_READ_SEARCH FOWNER FSETID KILL SETGID SETUID SETPCAP LINUX_IMMUTABLE \
    NET_BIND_SERVICE NET_BROADCAST NET_ADMIN NET_RAW IPC_LOCK IPC_OWNER SYS_MODULE SYS_RAWIO SYS_CHROOT SYS_PTRACE \
    SYS_PACCT SYS_ADMIN SYS_BOOT SYS_NICE SYS_RESOURCE SYS_TIME SYS_TTY_CONFIG MKNOD LEASE AUDIT_WRITE AUDIT_CONTROL \
    SETFCAP MAC_OVERRIDE MAC_ADMIN SYSLOG WAKE_ALARM BLOCK_SUSPEND AUDIT_READ PERFMON BPF CHECKPOINT_RESTORE; do
    ((bound >> n & 1)) || missing+=("CAP_$name")
    n=$((n + 1))
  done
  jq --argjson missing "$(jq -nc '$ARGS.positional' --args "${missing[@]}")" '
    def fit: (if .capabilities then .capabilities |= with_entries(.value -= $missing) else . end)
      | (if (.oomScoreAdj // 0) < 0 then .oomScoreAdj = 0 else . end);
    if has("process") then .process |= fit else fit end' "$process" >"$process.fit" &&
    cat "$process.fit" >"$process" && rm -f "$process.fit"
fi
exec runc "$@"
