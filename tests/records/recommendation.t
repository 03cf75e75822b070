# Agreed with an owner and a day, or rejected with the reason on record.
cast  ida  "Ida Tran"      audit-lead
cast  dana "Dana Whitford" executive

ida   create finding "Plan lacks elements" source=internal_audit condition="No backup process."
ida   create recommendation "Write the backup process" finding=FND-1 owner=""
dana  ! agree                                                 due_on is empty, has no owner
dana  ! agree due_on=2026-06-30                               has no owner
ida   change owner="Dana Whitford"
dana  agree due_on=2026-06-30
ida   create corrective_action "Write it" finding=FND-1 recommendation=REC-1
ida   ! finish REC-1 done_on=2026-03-02                       corrective actions are still open
ida   withdraw COR-1
ida   finish REC-1 done_on=2026-03-02
ida   see state=done
ida   create recommendation "Test it" finding=FND-1
dana  ! reject                                                response is empty, is empty
dana  reject response="Tested last year." reason="evidence is on file"
ida   reopen reason="the evidence is about another plan"
ida   see state=open
