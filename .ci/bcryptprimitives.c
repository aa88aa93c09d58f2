/* wine 8 lacks this library, which Rust's programs take their random numbers from: the one function of it that they call. For .ci/targets. */
#include <windows.h>
#include <ntsecapi.h>

BOOL WINAPI ProcessPrng(PBYTE data, SIZE_T length) { return RtlGenRandom(data, (ULONG)length); }
