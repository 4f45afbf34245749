# The steps of the package test in the order that the state of the tree demands: install, use, move, use again.
function(entente_package_test name)
  cmake_parse_arguments(arg "" "STEP;TREE;SETUP;CLEANUP" "NEEDS;AFTER" ${ARGN})
  add_test(NAME package.${name} COMMAND "${CMAKE_COMMAND}" -DSTEP=${arg_STEP} -DTREE=${arg_TREE} -DBUILD=${PROJECT_BINARY_DIR}
           -DSOURCE=${PROJECT_SOURCE_DIR} -DWORK=${CMAKE_CURRENT_BINARY_DIR}/package_work -DVERSION=${PROJECT_VERSION}
           -DCOMPILER=${CMAKE_CXX_COMPILER} "-DFLAGS=${CMAKE_CXX_FLAGS}" -DPKG_CONFIG=${PKG_CONFIG_EXECUTABLE}
           -P "${CMAKE_CURRENT_SOURCE_DIR}/package/check_package.cmake")
  set_tests_properties(package.${name} PROPERTIES FIXTURES_SETUP "${arg_SETUP}" FIXTURES_REQUIRED "${arg_NEEDS}"
                       DEPENDS "${arg_AFTER}")
endfunction()

entente_package_test(install STEP install TREE installed SETUP entente_installed)
entente_package_test(find_package STEP find_package TREE installed NEEDS entente_installed)
entente_package_test(pkg_config STEP pkg_config TREE installed NEEDS entente_installed)
entente_package_test(move STEP move TREE moved SETUP entente_moved NEEDS entente_installed
                     AFTER package.find_package package.pkg_config)
entente_package_test(find_package_moved STEP find_package TREE moved NEEDS entente_moved)
entente_package_test(pkg_config_moved STEP pkg_config TREE moved NEEDS entente_moved)
