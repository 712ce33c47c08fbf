-- Lets an act of the staff with an order pass that can be taken back: a step before the end, for a quarter of an hour. What
-- has moved money, stock or a receipt's number cannot. Raises: OC039 it is none, or too long ago.
create or replace function app.require_undoable(p_turn app.turn, p_event cold.staff_event) returns void
  language plpgsql stable
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_why constant text := case
    when p_event.action in ('confirm_payment', 'refund_payment') then 'money'
    when p_event.action = 'complete_order' then 'completed'
    when p_event.action in ('reject_order', 'cancel_for_customer') then 'given_back'
    when p_event.at < p_turn.at - interval '15 minutes' then 'late' end;
begin
  if v_why is not null then
    raise exception '% cannot be undone: %', p_event.action, v_why
      using errcode = 'OC039', detail = jsonb_build_object('number', p_event.after ->> 'order_no', 'why', v_why);
  end if;
end
$$;
