# rg_strict(<target>): how strictly we read our own code. Never reaches who links to us.

function(rg_strict target)
  if(MSVC)
    target_compile_options(${target} PRIVATE /W4 /permissive- /utf-8
                           $<$<BOOL:${REGELGRAF_WERROR}>:/WX>)
    return()
  endif()
  target_compile_options(${target} PRIVATE
    -Wall -Wextra -Wpedantic -Wcast-qual -Wundef
    # GCC's plain -Wshadow also counts parameters named like members, and enumerators.
    -Wshadow$<$<C_COMPILER_ID:GNU>:=local>
    $<$<COMPILE_LANGUAGE:CXX>:-Wnon-virtual-dtor>
    $<$<COMPILE_LANGUAGE:CXX>:-Woverloaded-virtual>
    $<$<COMPILE_LANGUAGE:CXX>:-Wextra-semi>
    $<$<COMPILE_LANGUAGE:C>:-Wstrict-prototypes>)
  if(REGELGRAF_WERROR AND NOT REGELGRAF_SANITIZE)
    target_compile_options(${target} PRIVATE -Werror)  # instrumented code makes GCC see ghosts
  endif()
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
    # False alarms on std::string: https://gcc.gnu.org/bugzilla/show_bug.cgi?id=105651
    target_compile_options(${target} PRIVATE $<$<COMPILE_LANGUAGE:CXX>:-Wno-restrict>)
  endif()
endfunction()
