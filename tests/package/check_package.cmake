# One step of the package test, run as cmake -DSTEP=... -P: an installed tree has to serve a consumer by find_package and
# by pkg-config, and still do so after it was moved.
#   BUILD, SOURCE   the build folder of Entente and its sources
#   WORK            a scratch folder; trees go to WORK/installed and WORK/moved
#   TREE            the tree to use: installed or moved
#   VERSION         what the consumer has to report
cmake_minimum_required(VERSION 3.25)

function(run)
  execute_process(COMMAND ${ARGN} COMMAND_ERROR_IS_FATAL ANY OUTPUT_VARIABLE output ECHO_OUTPUT_VARIABLE ECHO_ERROR_VARIABLE)
  set(output "${output}" PARENT_SCOPE)
endfunction()

function(expect_works program)
  run("${program}")
  if(NOT output STREQUAL "entente ${VERSION} works\n")
    message(FATAL_ERROR "${program} said: ${output}")
  endif()
endfunction()

# A tree that can be moved does not say where it was installed, nor where it was built.
function(expect_no_places tree)
  file(GLOB_RECURSE described "${tree}/*.cmake" "${tree}/*.pc" "${tree}/*.hpp")
  foreach(file IN LISTS described)
    file(READ "${file}" content)
    foreach(place IN ITEMS "${tree}" "${BUILD}" "${SOURCE}")
      string(FIND "${content}" "${place}" at)
      if(NOT at EQUAL -1)
        message(FATAL_ERROR "${file} mentions ${place}")
      endif()
    endforeach()
  endforeach()
endfunction()

if(STEP STREQUAL "install")
  file(REMOVE_RECURSE "${WORK}")
  run("${CMAKE_COMMAND}" --install "${BUILD}" --prefix "${WORK}/installed")
  expect_no_places("${WORK}/installed")
elseif(STEP STREQUAL "move")
  file(RENAME "${WORK}/installed" "${WORK}/moved")
elseif(STEP STREQUAL "find_package")
  set(consumer "${WORK}/consumer_${TREE}")
  run("${CMAKE_COMMAND}" -S "${CMAKE_CURRENT_LIST_DIR}" -B "${consumer}" -G Ninja "-DCMAKE_PREFIX_PATH=${WORK}/${TREE}"
      "-DCMAKE_CXX_COMPILER=${COMPILER}" "-DCMAKE_CXX_FLAGS=${FLAGS}" -DCMAKE_FIND_USE_PACKAGE_REGISTRY=OFF)
  run("${CMAKE_COMMAND}" --build "${consumer}")
  expect_works("${consumer}/consumer")
elseif(STEP STREQUAL "pkg_config")
  file(GLOB_RECURSE pc_file "${WORK}/${TREE}/*/entente.pc")
  cmake_path(GET pc_file PARENT_PATH pc_folder)
  cmake_path(GET pc_folder PARENT_PATH library_folder)
  set(ENV{PKG_CONFIG_PATH} "${pc_folder}")
  run("${PKG_CONFIG}" --cflags --libs entente)
  separate_arguments(pc_flags UNIX_COMMAND "${output}")
  separate_arguments(build_flags UNIX_COMMAND "${FLAGS}")
  run("${COMPILER}" -std=c++20 ${build_flags} "${CMAKE_CURRENT_LIST_DIR}/consumer.cpp" -o "${WORK}/consumer_by_pkg_config" ${pc_flags})
  set(ENV{LD_LIBRARY_PATH} "${library_folder}")  # matters for shared libraries only
  expect_works("${WORK}/consumer_by_pkg_config")
else()
  message(FATAL_ERROR "unknown step ${STEP}")
endif()
